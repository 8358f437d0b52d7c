# language: vi
@qd-08-2022
Tính năng: Hỗ trợ tiền thuê nhà cho người lao động năm 2022

  Bối cảnh: công nhân khu công nghiệp thuê trọ
    Biết hồ sơ:
      | Trường hợp hỗ trợ tiền thuê nhà năm 2022                | Đang làm việc trong doanh nghiệp |
      | Nơi làm việc                                            | KCN          |
      | Loại đơn vị sử dụng lao động                            | Doanh nghiệp |
      | Thuê nhà, phòng trọ trong thời gian được hỗ trợ         | có           |
      | Hợp đồng lao động không xác định thời hạn hoặc từ 01 tháng trở lên | có |
      | Ngày hợp đồng lao động bắt đầu thực hiện                | 01/01/2021   |
      | Đang tham gia bảo hiểm xã hội bắt buộc hoặc có tên trong danh sách trả lương | có |
    Và ngày xét là 01/06/2022

  Tình huống: Thời gian và mức hỗ trợ
    Khi xét "worker_rent_support_2022"
    Thì kết quả từng dòng là:
      | Ngày xét   | kết quả                  | mức hỗ trợ                   |
      | 27/03/2022 | ngoài phạm vi bộ quy tắc |                              |
      | 28/03/2022 | đủ điều kiện             | 500.000 đồng/tháng, 3 tháng  |
      | 15/08/2022 | đủ điều kiện             | 500.000 đồng/tháng, 3 tháng  |
      | 16/08/2022 | đã kết thúc              |                              |
      | 01/05/2026 | đã kết thúc              |                              |

  Tình huống: Ngày bắt đầu hợp đồng phân biệt hai trường hợp
    Khi xét "worker_rent_support_2022"
    Thì kết quả từng dòng là:
      | Trường hợp hỗ trợ tiền thuê nhà năm 2022 | Ngày hợp đồng lao động bắt đầu thực hiện | kết quả            | mức hỗ trợ                    |
      | Đang làm việc trong doanh nghiệp         | 31/03/2022                               | đủ điều kiện       | 500.000 đồng/tháng, 3 tháng   |
      | Đang làm việc trong doanh nghiệp         | 01/04/2022                               | không đủ điều kiện |                               |
      | Quay trở lại thị trường lao động         | 31/03/2022                               | không đủ điều kiện |                               |
      | Quay trở lại thị trường lao động         | 01/04/2022                               | đủ điều kiện       | 1.000.000 đồng/tháng, 3 tháng |
      | Quay trở lại thị trường lao động         | 30/06/2022                               | đủ điều kiện       | 1.000.000 đồng/tháng, 3 tháng |
      | Quay trở lại thị trường lao động         | 01/07/2022                               | không đủ điều kiện |                               |
      | Quay trở lại thị trường lao động         |                                          | chưa đủ thông tin  |                               |
      | Không                                    | 01/04/2022                               | không đủ điều kiện |                               |

  Tình huống: Từng điều kiện không đạt hoặc chưa rõ
    Khi xét "worker_rent_support_2022"
    Thì kết quả từng dòng là:
      | thông tin                                       | giá trị     | kết quả            | không đạt           | chưa xác định         |
      | Nơi làm việc                                    | Nơi khác    | không đủ điều kiện | zone_or_key_region  |                       |
      | Nơi làm việc                                    | Khu vực kinh tế trọng điểm | đủ điều kiện |            |                       |
      | Nơi làm việc                                    |             | chưa đủ thông tin  |                     | zone_or_key_region    |
      | Loại đơn vị sử dụng lao động                    | Hộ kinh doanh có đăng ký | không đủ điều kiện | enterprise_employer |          |
      | Loại đơn vị sử dụng lao động                    |             | chưa đủ thông tin  |                     | enterprise_employer   |
      | Thuê nhà, phòng trọ trong thời gian được hỗ trợ | không       | không đủ điều kiện | support_2022_common |                       |
      | Thuê nhà, phòng trọ trong thời gian được hỗ trợ |             | chưa đủ thông tin  |                     | support_2022_common   |
      | Hợp đồng lao động không xác định thời hạn hoặc từ 01 tháng trở lên | | chưa đủ thông tin |              | month_contract        |
      | Đang tham gia bảo hiểm xã hội bắt buộc hoặc có tên trong danh sách trả lương | | chưa đủ thông tin | | insured_or_paid       |
      | Ngày hợp đồng lao động bắt đầu thực hiện        |             | chưa đủ thông tin  |                     | contract_before_april |
      | Trường hợp hỗ trợ tiền thuê nhà năm 2022        |             | chưa đủ thông tin  |                     | working_then          |

  Tình huống: Quay lại làm việc
    Biết "Trường hợp hỗ trợ tiền thuê nhà năm 2022" là Quay trở lại thị trường lao động
    Và "Ngày hợp đồng lao động bắt đầu thực hiện" là 01/05/2022
    Khi xét "worker_rent_support_2022"
    Thì kết quả từng dòng là:
      | Loại đơn vị sử dụng lao động | kết quả            | không đạt          | chưa xác định      |
      | Hộ kinh doanh có đăng ký     | đủ điều kiện       |                    |                    |
      | Khác                         | không đủ điều kiện | returning_employer |                    |
      |                              | chưa đủ thông tin  |                    | returning_employer |

  Tình huống: Người quay lại làm việc cũng phải đủ các điều kiện chung
    Biết "Trường hợp hỗ trợ tiền thuê nhà năm 2022" là Quay trở lại thị trường lao động
    Và "Ngày hợp đồng lao động bắt đầu thực hiện" là 01/05/2022
    Khi xét "worker_rent_support_2022"
    Thì kết quả từng dòng là:
      | thông tin                                                                    | giá trị    | kết quả            | không đạt           |
      | Loại đơn vị sử dụng lao động                                                 | Hợp tác xã | đủ điều kiện       |                     |
      | Nơi làm việc                                                                 | Nơi khác   | không đủ điều kiện | zone_or_key_region  |
      | Thuê nhà, phòng trọ trong thời gian được hỗ trợ                              | không      | không đủ điều kiện | support_2022_common |
      | Hợp đồng lao động không xác định thời hạn hoặc từ 01 tháng trở lên           | không      | không đủ điều kiện | support_2022_common |
      | Đang tham gia bảo hiểm xã hội bắt buộc hoặc có tên trong danh sách trả lương | không      | không đủ điều kiện | support_2022_common |

  Tình huống: Chưa rõ hợp đồng lao động và bảo hiểm xã hội
    Khi xét "worker_rent_support_2022"
    Thì kết quả từng dòng là:
      | thông tin                                                                    | giá trị | kết quả           | chưa xác định   |
      | Hợp đồng lao động không xác định thời hạn hoặc từ 01 tháng trở lên           |         | chưa đủ thông tin | month_contract  |
      | Đang tham gia bảo hiểm xã hội bắt buộc hoặc có tên trong danh sách trả lương |         | chưa đủ thông tin | insured_or_paid |
