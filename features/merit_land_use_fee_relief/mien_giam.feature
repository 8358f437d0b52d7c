# language: vi
@dieu-103 @dieu-106
Tính năng: Miễn, giảm tiền sử dụng đất cho người có công, thân nhân liệt sĩ

  Bối cảnh: bệnh binh được giao đất ở
    Biết hồ sơ:
      | Diện người có công                                     | Bệnh binh   |
      | Người có công còn sống                                 | có          |
      | Thân nhân liệt sĩ                                      | Không       |
      | Đã được công nhận người có công hoặc thân nhân liệt sĩ | có          |
      | Đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi | không       |
      | Tỷ lệ tổn thương cơ thể                                | 45          |
      | Đồng thời được công nhận diện                          | Không       |
      | Việc phát sinh tiền sử dụng đất                        | Nhà nước giao đất ở |
      | Hộ đã được miễn, giảm tiền sử dụng đất                 | không       |
      | Hộ có thành viên khác cũng được giảm tiền sử dụng đất  | không       |
    Và ngày xét là 01/05/2026

  Tình huống: Mức theo tỷ lệ tổn thương cơ thể
    Khi xét "merit_land_use_fee_relief"
    Thì kết quả từng dòng là:
      | Tỷ lệ tổn thương cơ thể | kết quả            | mức hỗ trợ |
      | 20                      | không đủ điều kiện |            |
      | 21                      | đủ điều kiện       | giảm 70 %  |
      | 40                      | đủ điều kiện       | giảm 70 %  |
      | 41                      | đủ điều kiện       | giảm 80 %  |
      | 60                      | đủ điều kiện       | giảm 80 %  |
      | 61                      | đủ điều kiện       | giảm 90 %  |
      | 80                      | đủ điều kiện       | giảm 90 %  |
      | 81                      | đủ điều kiện       | giảm 100 % |
      |                         | chưa đủ thông tin  |            |

  Tình huống: Cả hộ cộng lại không quá 100 %
    Biết "Hộ có thành viên khác cũng được giảm tiền sử dụng đất" là có
    Khi xét "merit_land_use_fee_relief"
    Thì kết quả từng dòng là:
      | Diện người có công    | Tổng mức giảm của các thành viên khác | kết quả      | mức hỗ trợ |
      | Bệnh binh             | 19                                    | đủ điều kiện | giảm 99 %  |
      | Bệnh binh             | 20                                    | đủ điều kiện | giảm 100 % |
      | Bệnh binh             | 21                                    | đủ điều kiện | giảm 100 % |
      | Bị địch bắt tù, đày   | 29                                    | đủ điều kiện | giảm 99 %  |
      | Hoạt động kháng chiến | 10                                    | đủ điều kiện | giảm 75 %  |
      | Hoạt động kháng chiến | 65                                    | đủ điều kiện | giảm 100 % |

  Tình huống: Cán bộ tiền khởi nghĩa chỉ được miễn khi mua nhà nhiều tầng đang thuê
    Biết "Diện người có công" là Cán bộ tiền khởi nghĩa
    Và "Đồng thời được công nhận diện" là Không
    Khi xét "merit_land_use_fee_relief"
    Thì kết quả từng dòng là:
      | Việc phát sinh tiền sử dụng đất      | Nhà nhiều tầng, nhiều hộ ở mà người mua đang thuê | kết quả      | mức hỗ trợ |
      | Nhà nước giao đất ở                  |                                                   | đủ điều kiện | giảm 90 %  |
      | Mua nhà ở thuộc sở hữu của Nhà nước  | có                                                | đủ điều kiện | giảm 100 % |
      | Mua nhà ở thuộc sở hữu của Nhà nước  | không                                             | đủ điều kiện | giảm 90 %  |
      | Mua nhà ở thuộc sở hữu của Nhà nước  |                                                   | đủ điều kiện | ít nhất giảm 90 %|

  Tình huống: Từng điều kiện không đạt hoặc chưa rõ
    Khi xét "merit_land_use_fee_relief"
    Thì kết quả từng dòng là:
      | thông tin                                              | giá trị         | kết quả            | không đạt             | chưa xác định         |
      | Việc phát sinh tiền sử dụng đất                        | Không phát sinh | không đủ điều kiện | land_fee_arises       |                       |
      | Việc phát sinh tiền sử dụng đất                        |                 | chưa đủ thông tin  |                       | land_fee_arises       |
      | Hộ đã được miễn, giảm tiền sử dụng đất                 | có              | không đủ điều kiện | first_land_fee_relief |                       |
      | Hộ đã được miễn, giảm tiền sử dụng đất                 |                 | chưa đủ thông tin  |                       | first_land_fee_relief |
      | Đã được công nhận người có công hoặc thân nhân liệt sĩ | không           | không đủ điều kiện | merit_recognition     |                       |
      | Người có công còn sống                                 | không           | không đủ điều kiện | merit_case            |                       |
      | Tỷ lệ tổn thương cơ thể                                |                 | chưa đủ thông tin  |                       | land_fee_band         |

  Tình huống: Ngày áp dụng
    Khi xét "merit_land_use_fee_relief"
    Thì kết quả từng dòng là:
      | Ngày xét   | kết quả                  |
      | 14/02/2022 | ngoài phạm vi bộ quy tắc |
      | 15/02/2022 | đủ điều kiện             |

  Tình huống: Cộng mức giảm của cả hộ cho từng mức
    Biết "Hộ có thành viên khác cũng được giảm tiền sử dụng đất" là có
    Khi xét "merit_land_use_fee_relief"
    Thì kết quả từng dòng là:
      | Diện người có công     | Đồng thời được công nhận diện | Tổng mức giảm của các thành viên khác | kết quả      | mức hỗ trợ |
      | Cán bộ tiền khởi nghĩa | Không                         | 9                                     | đủ điều kiện | giảm 99 %  |
      | Cán bộ tiền khởi nghĩa | Không                         | 10                                    | đủ điều kiện | giảm 100 % |
      | Cán bộ tiền khởi nghĩa | Không                         | 11                                    | đủ điều kiện | giảm 100 % |
      | Bị địch bắt tù, đày    |                               | 31                                    | đủ điều kiện | giảm 96 % hoặc giảm 100 %|

  Tình huống: Người không phải cán bộ tiền khởi nghĩa mua nhà nhiều tầng đang thuê không được miễn vì lý do đó
    Biết "Việc phát sinh tiền sử dụng đất" là Mua nhà ở thuộc sở hữu của Nhà nước
    Và "Nhà nhiều tầng, nhiều hộ ở mà người mua đang thuê" là có
    Khi xét "merit_land_use_fee_relief"
    Thì kết quả là "đủ điều kiện"
    Và mức hỗ trợ là "giảm 80 %"
